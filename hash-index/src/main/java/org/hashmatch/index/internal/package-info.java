/**
 * What searches are made of: rows of hashes, posting tables, the ring search over them and its
 * plan. Not exported.
 *
 * <p>Entry point: {@link org.hashmatch.index.internal.RingSearch}. The one rule: words and row
 * numbers only; hashes as objects, ids, arguments' checks and threads stay outside.
 */
@NullMarked
package org.hashmatch.index.internal;

import org.jspecify.annotations.NullMarked;
