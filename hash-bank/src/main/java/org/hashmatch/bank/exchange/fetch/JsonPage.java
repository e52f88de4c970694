package org.hashmatch.bank.exchange.fetch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.hashmatch.bank.exchange.ListException;

/** What a JSON page says of itself: the plain fields of its outermost object, as texts. */
final class JsonPage {

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final Map<String, String> fields;

  private JsonPage(Map<String, String> fields) {
    this.fields = fields;
  }

  /** Reads a page to its end, so that one that was cut is noticed before a row of it is taken. */
  static JsonPage read(byte[] page) throws ListException {
    try (JsonParser parser = JSON.createParser(page)) {
      Map<String, String> fields = object(parser);
      if (parser.nextToken() != null) {
        throw new ListException("a page must be one JSON object (got more after it)");
      }
      return new JsonPage(fields);
    } catch (JsonProcessingException e) {
      // Without its message, which may have a piece of the page.
      throw new ListException(
          "a page must be whole JSON (wrong or cut at byte "
              + e.getLocation().getByteOffset()
              + ")");
    } catch (ListException e) {
      throw e;
    } catch (IOException e) {
      throw new ListException("a page cannot be read", e);
    }
  }

  private static Map<String, String> object(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new ListException("a page must be a JSON object (got something else)");
    }
    Map<String, String> fields = new HashMap<>();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      JsonToken value = parser.nextToken();
      if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
        fields.put(name, parser.getText());
      } else {
        parser.skipChildren();
      }
    }
    return fields;
  }

  /** A field that has something in it. */
  Optional<String> text(String name) {
    return Optional.ofNullable(fields.get(name)).filter(text -> !text.isEmpty());
  }

  boolean flag(String name) throws ListException {
    String text = fields.getOrDefault(name, "nothing");
    if (!text.equals("true") && !text.equals("false")) {
      throw new ListException("a page's " + name + " must be true or false");
    }
    return text.equals("true");
  }

  /** A whole number, 0 or more. */
  long number(String name) throws ListException {
    String text = fields.getOrDefault(name, "");
    if (!text.matches("\\d{1,18}")) {
      throw new ListException("a page's " + name + " must be a whole number, 0 or more");
    }
    return Long.parseLong(text);
  }
}
