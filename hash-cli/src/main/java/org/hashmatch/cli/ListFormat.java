package org.hashmatch.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The formats of hash lists, by the names people type. */
enum ListFormat {
  /** Lines {@code hash,quality,id}. */
  PDQ_QUALITY;

  /** Reads the name; picocli's own reading of enums knows no hyphens. */
  static final class Converter implements ITypeConverter<ListFormat> {

    @Override
    public ListFormat convert(String name) {
      if (name.equals("pdq-quality")) {
        return PDQ_QUALITY;
      }
      throw new TypeConversionException("expected pdq-quality but was '" + name + "'");
    }
  }
}
