package org.hashmatch.testdata.draw;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.CRC32;
import org.hashmatch.testdata.TestImage;
import org.hashmatch.testdata.scene.Scene;
import org.hashmatch.testdata.scene.SceneKind;

/** A file that a screener must not answer with "clear": no picture, or none that can be hashed. */
record BrokenFile(TestImage row, Content content) {

  private static final long PNG_SIGNATURE = 0x89504E470D0A1A0AL;
  private static final int HUGE = 30_000;

  /** What the file holds. */
  @FunctionalInterface
  interface Content {
    byte[] bytes() throws IOException;
  }

  static List<BrokenFile> all() {
    Picture lake = Picture.of(Scene.of(SceneKind.LAKE, 7), 320, 240);
    Picture shelf = Picture.of(Scene.of(SceneKind.SHELF, 7), 16, 12);
    Picture flat = Picture.flat(320, 240, 0x7f8fa0);
    return List.of(
        textual("empty.jpg", "nothing", ""),
        textual("text.jpg", "a line of text", "This is a line of text and not a picture.\n"),
        textual("document.pdf.jpg", "a document", "%PDF-1.7\n1 0 obj\n<< >>\nendobj\n%%EOF\n"),
        pictured("cut.jpg", "half of a lake", lake, ImageIoFormats.jpeg(85).cut(), "PARTIAL"),
        pictured("cut.png", "half of a lake", lake, ImageIoFormats.png().cut(), "DAMAGED"),
        pictured("flat.png", "one colour", flat, ImageIoFormats.png(), "FEATURELESS"),
        pictured("tiny.png", "a shelf too small to see", shelf, ImageIoFormats.png(), "TOO_SMALL"),
        of("huge.png", "a header that claims too much", HUGE, HUGE, BrokenFile::huge, "TOO_LARGE"));
  }

  private static BrokenFile textual(String name, String shows, String text) {
    return of(name, shows, 0, 0, () -> text.getBytes(US_ASCII), "NOT_AN_IMAGE");
  }

  private static BrokenFile pictured(
      String name, String shows, Picture picture, Encoding encoding, String expected) {
    Content content = () -> encoding.encode(picture);
    return of(name, shows, picture.width(), picture.height(), content, expected);
  }

  private static BrokenFile of(
      String name, String shows, int width, int height, Content content, String expected) {
    TestImage.Kind kind = TestImage.Kind.BROKEN;
    String file = kind.folder() + name;
    return new BrokenFile(new TestImage(file, kind, shows, "", width, height, expected), content);
  }

  /** A PNG without pixels whose header asks for 2.7 gigabytes of them. */
  private static byte[] huge() throws IOException {
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    DataOutputStream fields = new DataOutputStream(header);
    fields.writeInt(HUGE);
    fields.writeInt(HUGE);
    // Eight bits, colour, deflate, no filter, not interlaced.
    fields.write(new byte[] {8, 2, 0, 0, 0});
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(png);
    out.writeLong(PNG_SIGNATURE);
    chunk(out, "IHDR", header.toByteArray());
    chunk(out, "IEND", new byte[0]);
    return png.toByteArray();
  }

  private static void chunk(DataOutputStream out, String type, byte[] content) throws IOException {
    CRC32 checksum = new CRC32();
    checksum.update(type.getBytes(US_ASCII));
    checksum.update(content);
    out.writeInt(content.length);
    out.write(type.getBytes(US_ASCII));
    out.write(content);
    out.writeInt((int) checksum.getValue());
  }
}
