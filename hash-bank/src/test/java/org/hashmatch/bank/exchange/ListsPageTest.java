package org.hashmatch.bank.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page about lists shows what the tests read. */
class ListsPageTest {

  private static final Path PAGE = Path.of("..", "docs", "lists.md");

  @Test
  void page_ndjson_isTheExampleThatIsReadAndWritten() throws IOException {
    assertThat(Files.readString(PAGE)).contains("```json\n" + Examples.NDJSON + "```");
  }

  @Test
  void page_formats_areAllThere() throws IOException {
    String page = Files.readString(PAGE);
    for (ListFormat format : ListFormat.values()) {
      assertThat(page).contains("\n| `" + format.label() + "` | ");
    }
    for (String field : CsvListReader.FIELDS) {
      assertThat(page).contains("`" + field + "`");
    }
    for (String field : NdjsonRow.FIELDS) {
      assertThat(page).contains("`" + field + "`");
    }
  }
}
