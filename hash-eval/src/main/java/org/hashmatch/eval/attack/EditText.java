package org.hashmatch.eval.attack;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Edits as text. The kinds are the records that {@link Edit} permits, and the keys of a kind are
 * the components of its record: both are said once only.
 */
final class EditText {

  private static final Map<String, Class<?>> KINDS =
      records(Edit.class)
          .collect(Collectors.toMap(EditText::kind, type -> type, (a, b) -> a, TreeMap::new));

  private EditText() {}

  private static Stream<Class<?>> records(Class<?> type) {
    return type.isRecord()
        ? Stream.of(type)
        : Arrays.stream(type.getPermittedSubclasses()).flatMap(EditText::records);
  }

  /** {@code BlurPad} is {@code blur-pad}. */
  static String kind(Class<?> type) {
    return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  static List<String> kinds() {
    return List.copyOf(KINDS.keySet());
  }

  static String write(Edit edit) {
    StringBuilder text = new StringBuilder(edit.kind());
    for (RecordComponent key : edit.getClass().getRecordComponents()) {
      text.append(' ').append(key.getName()).append('=').append(word(value(edit, key)));
    }
    return text.toString();
  }

  private static Object value(Edit edit, RecordComponent key) {
    try {
      return key.getAccessor().invoke(edit);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(edit.kind() + " hides " + key.getName(), e);
    }
  }

  private static String word(Object value) {
    return value instanceof Enum<?> choice
        ? choice.name().toLowerCase(Locale.ROOT)
        : value.toString();
  }

  static Edit read(String text) {
    String[] words = text.strip().split("\\s+");
    if (words[0].isEmpty()) {
      throw new IllegalArgumentException("step must not be empty");
    }
    Class<?> type = KINDS.get(words[0]);
    if (type == null) {
      throw new IllegalArgumentException(
          "kind must be one of " + kinds() + " (got " + words[0] + ")");
    }
    Map<String, String> given = given(words);
    RecordComponent[] keys = type.getRecordComponents();
    List<Object> values = new ArrayList<>();
    for (RecordComponent key : keys) {
      values.add(value(words[0], key, given));
    }
    if (!given.isEmpty()) {
      throw new IllegalArgumentException(
          words[0] + " has no key " + given.keySet().iterator().next() + ", only " + names(keys));
    }
    return make(type, keys, values);
  }

  private static Map<String, String> given(String[] words) {
    Map<String, String> given = new HashMap<>();
    for (String word : Arrays.asList(words).subList(1, words.length)) {
      int equals = word.indexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException("parameter must be key=value (got " + word + ")");
      }
      if (given.put(word.substring(0, equals), word.substring(equals + 1)) != null) {
        throw new IllegalArgumentException(word.substring(0, equals) + " is given twice");
      }
    }
    return given;
  }

  private static List<String> names(RecordComponent[] keys) {
    return Arrays.stream(keys).map(RecordComponent::getName).toList();
  }

  private static Object value(String kind, RecordComponent key, Map<String, String> given) {
    String word = given.remove(key.getName());
    if (word == null) {
      throw new IllegalArgumentException(kind + " needs " + key.getName() + "=");
    }
    return key.getType().isEnum() ? choice(key, word) : Span.parse(word);
  }

  private static Object choice(RecordComponent key, String word) {
    List<String> words =
        Arrays.stream(key.getType().getEnumConstants()).map(EditText::word).toList();
    if (!words.contains(word)) {
      throw new IllegalArgumentException(
          key.getName() + " must be one of " + words + " (got " + word + ")");
    }
    return key.getType().getEnumConstants()[words.indexOf(word)];
  }

  private static Edit make(Class<?> type, RecordComponent[] keys, List<Object> values) {
    Class<?>[] types = Arrays.stream(keys).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      return (Edit) constructor.newInstance(values.toArray());
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException refused) {
        throw refused;
      }
      throw new IllegalStateException(type + " cannot be made", e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " cannot be made", e);
    }
  }
}
