package io.artrec;

import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** How a model file holds what a recommender remembers beside catalogue, behaviour and training. */
final class LiveContent {
  private LiveContent() {}

  static void writeWithheld(Withheld withheld, StateWriter out) {
    out.putStrings("hidden", withheld.users().stream().sorted().toList());
    writeIds("undone", withheld.events(), out);
    out.putLong("expiredBefore", withheld.before());
  }

  static Withheld readWithheld(StateReader in) {
    Withheld withheld = Withheld.nothing().withUsers(Set.copyOf(in.getStrings("hidden")));
    for (Map.Entry<String, Set<String>> ofUser : readIds("undone", in).entrySet()) {
      for (String id : ofUser.getValue()) {
        withheld = withheld.withEvent(ofUser.getKey(), id);
      }
    }
    return withheld.withBefore(in.getLong("expiredBefore"));
  }

  /** Event ids by visitor, as two columns. */
  private static void writeIds(String name, Map<String, Set<String>> ids, StateWriter out) {
    List<String> users = new ArrayList<>();
    List<String> values = new ArrayList<>();
    new TreeMap<>(ids)
        .forEach(
            (user, ofUser) ->
                new TreeSet<>(ofUser)
                    .forEach(
                        id -> {
                          users.add(user);
                          values.add(id);
                        }));
    out.putStrings(name + "Users", users);
    out.putStrings(name + "Ids", values);
  }

  private static Map<String, Set<String>> readIds(String name, StateReader in) {
    List<String> users = in.getStrings(name + "Users");
    List<String> values = in.getStrings(name + "Ids");
    if (users.size() != values.size()) {
      throw new ModelFileException(
          String.format(
              Locale.ROOT,
              "%d visitors and %d event ids of '%s', expected as many; the file is damaged",
              users.size(),
              values.size(),
              name));
    }
    Map<String, Set<String>> ids = new TreeMap<>();
    for (int at = 0; at < values.size(); at++) {
      ids.computeIfAbsent(users.get(at), user -> new TreeSet<>()).add(values.get(at));
    }
    return ids;
  }
}
