/**
 * Which edits a hasher survives, at which rate of false alarms, how sure that is, and which of two
 * hashers is better: measured on a researcher's own pictures.
 *
 * <p>Entry points: {@link org.hashmatch.eval.study.StudyPlan} says what is measured, {@link
 * org.hashmatch.eval.study.Study} measures it. The one rule: a plan and its pictures decide every
 * figure. No figure depends on the machine, the number of threads, the order of the files, or on
 * whether the study was stopped and went on.
 */
@NullMarked
package org.hashmatch.eval.study;

import org.jspecify.annotations.NullMarked;
