package org.hashmatch.bank.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** JSON in and out by the streaming parser, set up for lists that strangers send. */
final class Json {

  /** Deeper than any list nests, and not deep enough to fill a stack. */
  static final int MAX_DEPTH = 200;

  /** Most values in one row of a partner's list. */
  static final int MAX_VALUES = 20_000;

  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          // Member names are case numbers in some lists: they must not fill the string table, nor
          // may somebody who chooses them stop the reading.
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
          .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          // A huge number is one bad row, not the end; it is never computed with.
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxNumberLength(1 << 20)
                  .build())
          .build();

  private Json() {}

  static JsonParser parser(InputStream in) throws IOException {
    return FACTORY.createParser(in);
  }

  static JsonParser parser(String text) throws IOException {
    return FACTORY.createParser(text);
  }

  static JsonGenerator generator(OutputStream out) throws IOException {
    return FACTORY.createGenerator(out);
  }

  /** Reads the members of the object at which the parser is, of those that are wanted. */
  static JsonRow row(JsonParser in, Predicate<String> wanted, int maxValues) throws IOException {
    JsonRow row = new JsonRow();
    Room room = new Room(row, maxValues);
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      room.member(in, wanted);
    }
    return row;
  }

  /** How many values a row may still have. */
  static final class Room {

    private final JsonRow top;
    private final int most;
    private int values;

    Room(JsonRow top, int most) {
      this.top = top;
      this.most = most;
    }

    /** Reads the member at whose name the parser is. */
    void member(JsonParser in, Predicate<String> wanted) throws IOException {
      String name = in.currentName();
      in.nextToken();
      member(in, name, wanted);
    }

    /** Reads the member at whose value the parser is. */
    void member(JsonParser in, String name, Predicate<String> wanted) throws IOException {
      if (wanted.test(name)) {
        put(top, name, value(in));
      } else {
        in.skipChildren();
      }
    }

    private void put(JsonRow row, String name, @Nullable Object value) {
      if (value == null) {
        return;
      }
      boolean twice = row != top && row.has(name);
      row.put(name, value);
      if (twice) {
        top.spoil(RowFault.invalid("", "has a member twice"));
      }
    }

    private @Nullable Object value(JsonParser in) throws IOException {
      if (++values > most) {
        top.spoil(RowFault.invalid("", "must have at most " + most + " values"));
        in.skipChildren();
        return null;
      }
      return switch (in.currentToken()) {
        case START_OBJECT -> object(in);
        case START_ARRAY -> array(in);
        case VALUE_STRING -> in.getText();
        case VALUE_TRUE -> true;
        case VALUE_FALSE -> false;
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonRow.Digits(in.getText());
        default -> null;
      };
    }

    private JsonRow object(JsonParser in) throws IOException {
      JsonRow row = new JsonRow();
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        String name = in.currentName();
        in.nextToken();
        put(row, name, value(in));
      }
      return row;
    }

    private List<Object> array(JsonParser in) throws IOException {
      List<Object> values = new ArrayList<>();
      while (in.nextToken() != JsonToken.END_ARRAY) {
        Object value = value(in);
        values.add(value == null ? JsonRow.NULL : value);
      }
      return values;
    }
  }
}
