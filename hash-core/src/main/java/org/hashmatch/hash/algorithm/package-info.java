/** Room algorithm. */
@org.jspecify.annotations.NullMarked
package org.hashmatch.hash.algorithm;
