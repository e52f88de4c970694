package org.hashmatch.bank.exchange;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hashmatch.bank.BankEntry;
import org.hashmatch.bank.Change;
import org.hashmatch.hash.ImageHash;

/** Writes PDQ text: one line for each hash, with or without its quality. */
final class PdqWriter implements RowWriter {

  private final ListOptions options;
  private final boolean withQuality;
  private final Writer out;

  PdqWriter(OutputStream out, ListOptions options, boolean withQuality) {
    this.options = options;
    this.withQuality = withQuality;
    this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
  }

  @Override
  public int known(BankEntry entry) throws IOException {
    if (withQuality && entry.quality().isEmpty()) {
      return 0;
    }
    List<ImageHash> hashes = entry.hashes(options.algorithm());
    for (int i = 0; i < hashes.size(); i++) {
      out.write(line(entry, hashes.get(i), i == 0 ? entry.id() : entry.id() + "#" + (i + 1)));
      out.write('\n');
    }
    return hashes.size();
  }

  private String line(BankEntry entry, ImageHash hash, String name) {
    return withQuality
        ? new HashLine(hash, entry.quality().orElseThrow(), name).toText()
        : hash.toHex() + "," + name;
  }

  @Override
  public int gone(Change.Gone gone) {
    return 0;
  }

  @Override
  public void end() throws IOException {
    out.flush();
  }
}
