/**
 * Looking a bank over before it is relied on: what in it will do no good, what will do harm, what
 * differs between two, and how often it would alarm for nothing.
 *
 * <p>Entry points: {@link org.hashmatch.bank.lint.BankLint}, {@link
 * org.hashmatch.bank.lint.BankDiff}, {@link org.hashmatch.bank.lint.Calibration}. The one rule: it
 * looks and changes nothing, and names entries by their ids, never by a hash.
 */
@NullMarked
package org.hashmatch.bank.lint;

import org.jspecify.annotations.NullMarked;
