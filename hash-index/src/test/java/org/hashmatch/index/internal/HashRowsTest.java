package org.hashmatch.index.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class HashRowsTest {

  private static int add(HashRows rows, long id, long word) {
    int row = rows.append(id, new long[] {word});
    rows.makeLive(row);
    return row;
  }

  private static int found(HashRows rows, long word) {
    Search search = new Search(new long[] {word}, 0);
    rows.scan(search);
    return search.found();
  }

  @Test
  void append_untilMadeLive_isNotFound() {
    HashRows rows = new HashRows(1);
    int row = rows.append(5, new long[] {7});
    assertThat(rows.contains(5)).isFalse();
    assertThat(found(rows, 7)).isZero();
    rows.makeLive(row);
    assertThat(rows.contains(5)).isTrue();
    assertThat(found(rows, 7)).isOne();
  }

  @Test
  void append_afterAFailedOne_takesItsId() {
    HashRows rows = new HashRows(1);
    rows.append(5, new long[] {7});
    int row = add(rows, 5, 8);
    assertThat(rows.contains(5)).isTrue();
    assertThat(rows.id(row)).isEqualTo(5);
    assertThat(found(rows, 7)).isZero();
    assertThat(rows.remove(5)).isTrue();
    assertThat(rows.contains(5)).isFalse();
  }

  @Test
  void append_moreThanFit_saysHowMany() {
    HashRows rows = new HashRows(1, 10, 0);
    for (int i = 0; i < 10; i++) {
      add(rows, i, i);
    }
    assertThatThrownBy(() -> add(rows, 10, 10))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("index is full: it has 10 rows already");
    assertThat(found(rows, 9)).isOne();
  }

  @Test
  void compacted_someRemoved_keepsTheOthersInOrder() {
    HashRows rows = new HashRows(1);
    for (int i = 0; i < 1_000; i++) {
      add(rows, -i, i);
    }
    for (int i = 0; i < 1_000; i += 3) {
      rows.remove(-i);
    }
    HashRows compacted = rows.compacted();
    assertThat(compacted.rows()).isEqualTo(666);
    assertThat(compacted.live()).isEqualTo(666);
    assertThat(compacted.id(0)).isEqualTo(-1);
    assertThat(compacted.id(1)).isEqualTo(-2);
    assertThat(compacted.id(665)).isEqualTo(-998);
    assertThat(compacted.contains(-3)).isFalse();
    assertThat(compacted.contains(-4)).isTrue();
    assertThat(found(compacted, 4)).isOne();
  }
}
