/**
 * A robustness study as one HTML page that a person reads: what each hasher found, how sure that
 * is, and how to repeat it.
 *
 * <p>Entry point: {@link org.hashmatch.eval.report.ReportPage}. The one rule: the page measures
 * nothing; each figure on it is a cell of a study's table, rounded at most, and the cell itself
 * stands beside it in the markup, so that page and table cannot disagree.
 */
@NullMarked
package org.hashmatch.eval.report;

import org.jspecify.annotations.NullMarked;
