package org.hashmatch.javacv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FfmpegDecoderTest {

  private final FfmpegDecoder decoder = FfmpegDecoder.load();

  @Test
  void name_isWhatDecisionsSay() {
    assertThat(decoder.name()).isEqualTo("ffmpeg");
  }
}
