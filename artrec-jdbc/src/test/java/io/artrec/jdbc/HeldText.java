package io.artrec.jdbc;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The texts that an object of this library holds in memory, through whatever it refers to. */
final class HeldText {
  private final Deque<Object> waiting = new ArrayDeque<>();
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<String> texts = new ArrayList<>();

  private HeldText() {}

  /**
   * Returns all texts, and bytes as texts. Looks into objects of this library, collections, maps,
   * arrays and optionals.
   */
  static List<String> by(Object root) {
    HeldText held = new HeldText();
    held.reach(Optional.of(root));
    while (!held.waiting.isEmpty()) {
      held.lookInto(held.waiting.remove());
    }
    return held.texts;
  }

  private void reach(Optional<?> object) {
    object.filter(seen::add).ifPresent(waiting::add);
  }

  private void lookInto(Object object) {
    if (object instanceof String text) {
      texts.add(text);
    } else if (object instanceof byte[] bytes) {
      texts.add(new String(bytes, StandardCharsets.ISO_8859_1));
    } else if (object instanceof Optional<?> optional) {
      reach(optional);
    } else if (object instanceof Object[] array) {
      Stream.of(array).map(Optional::ofNullable).forEach(this::reach);
    } else if (object instanceof Collection<?> collection) {
      collection.stream().map(Optional::ofNullable).forEach(this::reach);
    } else if (object instanceof Map<?, ?> map) {
      reach(Optional.of(map.keySet()));
      reach(Optional.of(map.values()));
    } else {
      lookIntoFields(object);
    }
  }

  private void lookIntoFields(Object object) {
    for (Class<?> type = object.getClass();
        type != null && type.getName().startsWith("io.artrec.");
        type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
          try {
            field.setAccessible(true);
            reach(Optional.ofNullable(field.get(object)));
          } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
          }
        }
      }
    }
  }
}
