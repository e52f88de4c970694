package org.hashmatch.cli;

import java.util.Arrays;
import java.util.Iterator;
import org.hashmatch.bank.exchange.ListFormat;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The formats of hash lists, by the names people type; picocli's own reading knows no hyphens. */
final class ListFormats implements ITypeConverter<ListFormat>, Iterable<String> {

  @Override
  public ListFormat convert(String name) {
    try {
      return ListFormat.parse(name);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage() + " (got '" + name + "')");
    }
  }

  /** All names, for picocli's help. */
  @Override
  public Iterator<String> iterator() {
    return Arrays.stream(ListFormat.values()).map(ListFormat::label).iterator();
  }
}
