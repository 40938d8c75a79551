package io.artrec.tabular;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns maps into rows; nested maps give columns such as {@code creator.name}. */
final class ObjectRows {
  private static final int DEPTH = 8;

  private ObjectRows() {}

  static void read(Stream<? extends Map<String, ?>> rows, RowFeed feed) {
    long position = 0;
    for (Iterator<? extends Map<String, ?>> each = rows.iterator(); each.hasNext(); ) {
      @Nullable Map<String, ?> values = each.next();
      position++;
      if (values == null) {
        feed.bad(position, "null", "expected an object with values by column");
      } else {
        feed.row(flatten(position, values), null);
      }
    }
  }

  static Row flatten(long line, Map<String, ?> values) {
    List<String> columns = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    List<@Nullable List<String>> lists = new ArrayList<>();
    add("", values, columns, texts, lists, 0);
    return new Row(line, columns, texts, lists);
  }

  private static void add(
      String prefix,
      Map<String, ?> values,
      List<String> columns,
      List<String> texts,
      List<@Nullable List<String>> lists,
      int depth) {
    for (Map.Entry<String, ?> entry : values.entrySet()) {
      Object value = entry.getValue();
      String name = prefix + entry.getKey();
      if (value instanceof Optional<?> optional) {
        value = optional.orElse(null);
      }
      if (value instanceof Map<?, ?> nested && depth < DEPTH) {
        add(name + ".", named(nested), columns, texts, lists, depth + 1);
      } else if (value instanceof Collection<?> parts && ofMaps(parts) && depth < DEPTH) {
        addGathered(name, parts, columns, texts, lists);
      } else if (value instanceof Collection<?> parts) {
        List<String> list = parts.stream().filter(p -> p != null).map(String::valueOf).toList();
        addList(name, list, columns, texts, lists);
      } else if (value != null) {
        columns.add(name.isBlank() ? "column " + (columns.size() + 1) : name);
        texts.add(String.valueOf(value));
        lists.add(null);
      }
    }
  }

  private static void addGathered(
      String name,
      Collection<?> parts,
      List<String> columns,
      List<String> texts,
      List<@Nullable List<String>> lists) {
    Map<String, List<String>> gathered = new LinkedHashMap<>();
    for (Object part : parts) {
      if (part instanceof Map<?, ?> map) {
        map.forEach(
            (key, value) -> {
              if (value != null && !(value instanceof Map) && !(value instanceof Collection)) {
                gathered
                    .computeIfAbsent(name + "." + key, k -> new ArrayList<>())
                    .add(String.valueOf(value));
              }
            });
      }
    }
    gathered.forEach((column, list) -> addList(column, list, columns, texts, lists));
  }

  private static void addList(
      String name,
      List<String> list,
      List<String> columns,
      List<String> texts,
      List<@Nullable List<String>> lists) {
    columns.add(name.isBlank() ? "column " + (columns.size() + 1) : name);
    texts.add(String.join("; ", list));
    lists.add(list);
  }

  private static boolean ofMaps(Collection<?> parts) {
    return parts.stream().anyMatch(part -> part instanceof Map);
  }

  private static Map<String, @Nullable Object> named(Map<?, ?> map) {
    Map<String, @Nullable Object> named = new LinkedHashMap<>();
    map.forEach((key, value) -> named.put(String.valueOf(key), value));
    return named;
  }
}
