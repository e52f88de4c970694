package org.hashmatch.eval.attack;

/**
 * All that chance in an attack depends on, besides the attack's name and the number of the step:
 * not on the order of pictures and attacks, and not on threads.
 *
 * @param study the seed of the whole study
 * @param pack the name of the attack's pack, without its version: an attack that stayed the same
 *     draws the same in the pack's next version
 * @param picture an id of the picture that stays the same
 */
public record AttackSeed(long study, String pack, String picture) {

  /** The random numbers of one step of an attack. */
  Draws stream(String attack, int step) {
    return new Draws(Draws.seed(study, pack, attack, picture, Integer.toString(step)));
  }
}
