package org.hashmatch.eval.attack;

import java.util.HashSet;
import java.util.Set;

/** What can be said of all samples of a picture. */
final class Statistics {

  private Statistics() {}

  static double mean(Picture picture) {
    double sum = 0;
    for (byte sample : picture.samples()) {
      sum += sample & 0xff;
    }
    return sum / picture.samples().length;
  }

  static double deviation(Picture picture) {
    double mean = mean(picture);
    double sum = 0;
    for (byte sample : picture.samples()) {
      sum += ((sample & 0xff) - mean) * ((sample & 0xff) - mean);
    }
    return Math.sqrt(sum / picture.samples().length);
  }

  static Set<Integer> values(Picture picture) {
    Set<Integer> values = new HashSet<>();
    for (byte sample : picture.samples()) {
      values.add(sample & 0xff);
    }
    return values;
  }

  /** The mean absolute difference of samples. */
  static double difference(Picture first, Picture second) {
    double sum = 0;
    for (int i = 0; i < first.samples().length; i++) {
      sum += Math.abs((first.samples()[i] & 0xff) - (second.samples()[i] & 0xff));
    }
    return sum / first.samples().length;
  }
}
