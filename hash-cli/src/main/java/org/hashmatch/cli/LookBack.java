package org.hashmatch.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hashmatch.bank.Bank;
import org.hashmatch.bank.OneLine;
import org.hashmatch.bank.history.PastUpload;
import org.hashmatch.bank.history.UploadHistory;
import org.hashmatch.hash.ImageHashes;
import org.jspecify.annotations.Nullable;

/** Pictures that are known now, run against what was uploaded before. */
final class LookBack implements AutoCloseable {

  private final @Nullable UploadHistory history;
  private final Bank bank;
  private final Map<String, List<ImageHashes>> pictures = new LinkedHashMap<>();

  private LookBack(@Nullable UploadHistory history, Bank bank) {
    this.history = history;
    this.bank = bank;
  }

  /** Without a history nothing is looked back at. */
  static LookBack open(@Nullable BankAddress history, Bank bank) throws IOException {
    return new LookBack(history == null ? null : UploadHistory.atOnce(history.open()), bank);
  }

  void add(String name, List<ImageHashes> views) {
    pictures.put(name, views);
  }

  int print(PrintWriter out) throws IOException {
    int code = ExitCode.CLEAR;
    if (history == null) {
      return code;
    }
    for (Map.Entry<String, List<ImageHashes>> picture : pictures.entrySet()) {
      for (ImageHashes view : picture.getValue()) {
        int radius = bank.settings().policy().radius(view.original().algorithm());
        for (PastUpload upload : history.lookBack(view, radius)) {
          code = ExitCode.MATCHED;
          out.println(
              OneLine.of(upload.uploadId())
                  + "  (uploaded "
                  + upload.uploadedAt()
                  + ", looks like "
                  + picture.getKey()
                  + ", distance "
                  + upload.distance()
                  + ", "
                  + upload.dihedral().label()
                  + ")");
        }
      }
    }
    return code;
  }

  @Override
  public void close() throws IOException {
    if (history != null) {
      history.close();
    }
  }
}
