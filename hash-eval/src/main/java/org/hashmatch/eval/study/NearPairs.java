package org.hashmatch.eval.study;

import java.util.ArrayList;
import java.util.List;

/** The nearest pairs of different pictures, each two pictures once in each direction. */
final class NearPairs {

  private static final int MOST = 30;

  private final List<NearPair> nearest = new ArrayList<>();

  void add(int distance, int query, int attack, int bank) {
    if (nearest.size() == MOST && distance > nearest.get(MOST - 1).distance()) {
      return;
    }
    NearPair pair = new NearPair(distance, query, attack, bank);
    for (int i = 0; i < nearest.size(); i++) {
      if (nearest.get(i).isOfSamePictures(pair)) {
        if (NearPair.ORDER.compare(pair, nearest.get(i)) < 0) {
          nearest.set(i, pair);
          nearest.sort(NearPair.ORDER);
        }
        return;
      }
    }
    nearest.add(pair);
    nearest.sort(NearPair.ORDER);
    if (nearest.size() > MOST) {
      nearest.remove(MOST);
    }
  }

  List<NearPair> list() {
    return List.copyOf(nearest);
  }
}
