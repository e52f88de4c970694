/**
 * Hash lists in and out, in the formats in which they are shared; {@code docs/lists.md} says what
 * of each is read and written.
 *
 * <p>Entry point: {@link org.hashmatch.bank.exchange.ListFormat}. The one rule: a row is read whole
 * or refused by its line number; a bad row never stops a list and never passes for a good one; and
 * a list that is cut is refused, not taken for a short one, wherever its format shows the cut.
 *
 * <p>No message of this room has a hash, whatever the list had in place of a word: messages of the
 * parsers, which quote their input, end here.
 */
@NullMarked
package org.hashmatch.bank.exchange;

import org.jspecify.annotations.NullMarked;
