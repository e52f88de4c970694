/**
 * Hash lists in and out. Now: PDQ text with quality, {@code hash,quality,name} a line, which the
 * {@code hash} command prints.
 *
 * <p>Entry point: {@link org.hashmatch.bank.exchange.HashLine}. The one rule: a row is read whole
 * or refused by its line number; a bad row never stops a list, and never passes for a good one.
 */
@NullMarked
package org.hashmatch.bank.exchange;

import org.jspecify.annotations.NullMarked;
