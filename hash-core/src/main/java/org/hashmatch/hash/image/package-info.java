/** Room image. */
@org.jspecify.annotations.NullMarked
package org.hashmatch.hash.image;
