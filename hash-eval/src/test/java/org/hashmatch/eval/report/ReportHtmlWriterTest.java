package org.hashmatch.eval.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

final class ReportHtmlWriterTest {

  @Test
  void text_andAttributes_areEscaped() {
    HtmlWriter page = new HtmlWriter();
    page.element("b", "<&>\"'\u0007\uDC00\uFFFF", "title", "a\n\"b\" <'&>");

    assertThat(page.finish())
        .contains(
            "<b title=\"a&#10;&quot;b&quot; &lt;&#39;&amp;&gt;\">"
                + "&lt;&amp;&gt;&quot;&#39;\uFFFD\uFFFD\uFFFD</b>");
  }

  @Test
  void elements_closedOutOfOrderOrLeftOpen_areRefused() {
    HtmlWriter page = new HtmlWriter();
    page.open("ul").open("li");

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> page.close("ul"))
        .withMessage("</ul> must not close <li>");
    assertThatExceptionOfType(IllegalStateException.class).isThrownBy(page::finish);
  }

  @Test
  void styleSheet_withMarkup_isRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new HtmlWriter().style("</style>"));
  }

  @Test
  void figure_shownOtherwise_carriesItsCell() {
    HtmlWriter page = new HtmlWriter();
    page.figure("0.5", "50").figure("7", "7").figure("", "–");

    assertThat(page.finish()).contains("<data value=\"0.5\">50</data>7–");
  }
}
