package org.hashmatch.eval.study;

import java.util.List;

/**
 * What a hasher does at one radius.
 *
 * @param point the radius
 * @param found of each image and edit, whether it lies within the radius
 * @param recalls of each edit, group and pack, of everything, and of each picture
 * @param falsePositives of different pictures
 * @param templates different pictures after the same edit, for each edit
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; not to be changed
record PointResult(
    OperatingPoint point,
    boolean[][] found,
    List<Recall> recalls,
    FalsePositives falsePositives,
    List<TemplateCollisions> templates) {

  Recall all() {
    return recalls.stream().filter(r -> r.level() == Recall.Level.ALL).findFirst().orElseThrow();
  }

  List<Recall> of(Recall.Level level) {
    return recalls.stream().filter(recall -> recall.level() == level).toList();
  }
}
