package io.artrec.tabular;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns maps into rows; nested maps give columns such as {@code creator.name}. */
final class ObjectRows {
  private static final int DEPTH = 8;
  private static final int PARTS_NAMED = 20;

  private ObjectRows() {}

  static void read(Stream<? extends Map<String, ?>> rows, RowFeed feed) {
    FirstRows first = new FirstRows(feed);
    long position = 0;
    for (Iterator<? extends Map<String, ?>> each = rows.iterator(); each.hasNext(); ) {
      @Nullable Map<String, ?> values = each.next();
      position++;
      if (values == null) {
        first.bad(position, "null", "expected an object with values by column");
      } else {
        first.row(flatten(position, values), names(values), null);
      }
    }
    first.end();
  }

  /** The names of a row's columns, of those too that have no value. */
  static List<String> names(Map<String, ?> values) {
    List<String> names = new ArrayList<>();
    addNames("", values, names, 0);
    return names;
  }

  private static void addNames(String prefix, Map<?, ?> values, List<String> names, int depth) {
    values.forEach(
        (key, value) -> {
          String name = prefix + key;
          Collection<?> parts = value instanceof Collection<?> list ? list : List.of();
          if (value instanceof Map<?, ?> nested && depth < DEPTH) {
            addNames(name + ".", nested, names, depth + 1);
          } else if (ofMaps(parts) && depth < DEPTH) {
            parts.stream()
                .limit(PARTS_NAMED)
                .forEach(
                    part -> {
                      if (part instanceof Map<?, ?> map) {
                        map.keySet().forEach(inner -> names.add(name + "." + inner));
                      }
                    });
          } else {
            names.add(name);
          }
        });
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
    int position = 0;
    for (Object part : parts) {
      if (part instanceof Map<?, ?> map) {
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          Object value = entry.getValue();
          if (value != null && !(value instanceof Map) && !(value instanceof Collection)) {
            List<String> list =
                gathered.computeIfAbsent(name + "." + entry.getKey(), k -> new ArrayList<>());
            fill(list, position);
            list.add(String.valueOf(value));
          }
        }
        position++;
      }
    }
    int size = position;
    gathered.values().forEach(list -> fill(list, size));
    gathered.forEach((column, list) -> addList(column, list, columns, texts, lists));
  }

  /** Gives a list an empty text for each part without the value, so that lists match by place. */
  private static void fill(List<String> list, int size) {
    while (list.size() < size) {
      list.add("");
    }
  }

  private static void addList(
      String name,
      List<String> list,
      List<String> columns,
      List<String> texts,
      List<@Nullable List<String>> lists) {
    columns.add(name.isBlank() ? "column " + (columns.size() + 1) : name);
    texts.add(list.stream().filter(text -> !text.isBlank()).collect(Collectors.joining("; ")));
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
