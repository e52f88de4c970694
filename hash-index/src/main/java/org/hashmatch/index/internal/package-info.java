/**
 * What the indexes are made of: the table of rows, posting lists, the plan of a search. Not
 * exported.
 *
 * <p>Entry point: {@link org.hashmatch.index.internal.HashRows}. The one rule: words and row
 * numbers only; hashes as objects, arguments' checks and locks stay outside.
 */
@NullMarked
package org.hashmatch.index.internal;

import org.jspecify.annotations.NullMarked;
