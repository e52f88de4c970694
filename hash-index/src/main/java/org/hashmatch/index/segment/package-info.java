/** TODO. */
@NullMarked
package org.hashmatch.index.segment;

import org.jspecify.annotations.NullMarked;
