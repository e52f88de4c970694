/** Room decode. */
@org.jspecify.annotations.NullMarked
package org.hashmatch.hash.decode;
