package org.hashmatch.eval.study;

import org.hashmatch.eval.attack.Realised;

/**
 * A number that an edit used on one picture.
 *
 * @param attack the edit's place in the plan's list
 * @param realised the number
 */
record RealisedParameter(int attack, Realised realised) {}
