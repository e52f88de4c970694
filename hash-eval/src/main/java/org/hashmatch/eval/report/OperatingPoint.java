package org.hashmatch.eval.report;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a hasher's radius was set: as deployed, or for a rate of false positives. */
record OperatingPoint(String name) {

  private static final Pattern FPR = Pattern.compile("fpr (\\S+)( .*)?");

  boolean isDeployed() {
    return name.equals("deployed");
  }

  boolean isHeldOut() {
    return name.endsWith("held out");
  }

  /** The rate that the radius was set for, if it was. */
  Optional<BigDecimal> fpr() {
    Matcher matcher = FPR.matcher(name);
    return matcher.matches() ? CellFormat.number(matcher.group(1)) : Optional.empty();
  }

  /** The name as a heading. */
  String label() {
    if (isDeployed()) {
      return "As deployed";
    }
    return name.startsWith("fpr ")
        ? "FPR" + name.substring(3).replace(" held", ", held").replace(" in sample", ", in sample")
        : name;
  }

  /** The name inside a sentence. */
  String phrase() {
    return isDeployed() ? "as deployed" : "at " + label();
  }
}
