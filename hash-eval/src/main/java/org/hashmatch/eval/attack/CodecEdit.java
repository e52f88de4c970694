package org.hashmatch.eval.attack;

import org.bytedeco.opencv.global.opencv_imgcodecs;

/** Written to a file with loss, and read again. */
sealed interface CodecEdit extends Edit {

  /**
   * As JPEG, colours at half the resolution.
   *
   * @param quality libjpeg's, 1..100
   */
  record Jpeg(Span quality) implements CodecEdit {
    public Jpeg {
      quality.wholeWithin("quality", 1, 100);
    }

    @Override
    public Picture apply(Picture picture, EditContext context) {
      int drawn = context.drawWhole("quality", quality);
      return OpenCv.recode(picture, ".jpg", opencv_imgcodecs.IMWRITE_JPEG_QUALITY, drawn);
    }
  }

  /**
   * As WebP with loss.
   *
   * @param quality libwebp's, 1..100
   */
  record Webp(Span quality) implements CodecEdit {
    public Webp {
      quality.wholeWithin("quality", 1, 100);
    }

    @Override
    public Picture apply(Picture picture, EditContext context) {
      int drawn = context.drawWhole("quality", quality);
      return OpenCv.recode(picture, ".webp", opencv_imgcodecs.IMWRITE_WEBP_QUALITY, drawn);
    }
  }
}
