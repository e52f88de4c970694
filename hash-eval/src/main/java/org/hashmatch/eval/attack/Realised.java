package org.hashmatch.eval.attack;

/**
 * One number that an edit used for one picture, whether a pack gave it or the seed drew it.
 *
 * @param step which of the attack's steps, 1 the first
 * @param kind the kind of edit
 * @param name what the number is
 * @param value the number, in the unit of the edit's key of this name
 */
public record Realised(int step, String kind, String name, double value) {}
