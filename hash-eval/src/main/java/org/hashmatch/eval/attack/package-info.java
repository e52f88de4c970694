/**
 * Pictures edited the way people edit them before they upload them again, so that one can measure
 * which edits a hash survives.
 *
 * <p>Entry point: {@link org.hashmatch.eval.attack.AttackPack}, a list of {@linkplain
 * org.hashmatch.eval.attack.Attack attacks} in a text that people can read and extend; each is one
 * or more {@linkplain org.hashmatch.eval.attack.Edit edits} after each other. OpenCV does the work
 * on pixels. The one rule: an attack of one picture depends on its seed and on nothing else, so the
 * same seed gives the same pixels to the bit.
 */
@NullMarked
package org.hashmatch.eval.attack;

import org.jspecify.annotations.NullMarked;
