/**
 * Known content, named: banks, entries, policy, and the screener that turns a picture's bytes into
 * a decision.
 *
 * <p>Entry point: {@link org.hashmatch.bank.Screener}. The one rule: whatever could not be looked
 * at is an answer of its own; "clear" means that it was looked at and nothing was found.
 */
@NullMarked
package org.hashmatch.bank;

import org.jspecify.annotations.NullMarked;
