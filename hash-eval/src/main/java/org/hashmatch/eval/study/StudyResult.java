package org.hashmatch.eval.study;

import java.util.List;

/**
 * What a study found.
 *
 * @param plan what was measured
 * @param pictures on which pictures
 * @param hashers in the plan's order
 * @param comparisons of each two hashers, at each kind of radius
 */
record StudyResult(
    StudyPlan plan,
    StudiedPictures pictures,
    List<HasherResult> hashers,
    List<HasherComparison> comparisons) {}
