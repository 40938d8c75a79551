package io.artrec;

import io.artrec.behavior.ExplicitPreferences;
import io.artrec.behavior.Stance;
import io.artrec.catalog.Trait;
import io.artrec.live.internal.HeldInterests;
import io.artrec.live.internal.LiveDraws;
import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a recommender remembers beside catalogue, behaviour and training, as a model file holds it.
 *
 * @param key what pseudonyms are made with: the log's id, or made for a recommender without a log
 * @param positions how far outside streams were taken in, by source
 * @param undone ids of events that were taken back, by visitor
 * @param optOuts who is out, by key and pseudonym
 * @param chosen what visitors follow and block, by visitor
 * @param interests what visitors are interested in, by visitor
 * @param draws which answers were drawn, and what came of them, by visitor
 */
record LiveContent(
    String key,
    Map<String, Long> positions,
    Map<String, Set<String>> undone,
    Map<String, Map<String, Boolean>> optOuts,
    Map<String, ExplicitPreferences> chosen,
    Map<String, HeldInterests> interests,
    Map<String, List<LiveDraws.Held>> draws) {
  private static final String CHOSEN = "chosenUsers";

  void write(StateWriter out) {
    out.putString("pseudonymKey", key);
    out.putStrings("positionSources", List.copyOf(positions.keySet()));
    out.putLongs("positions", positions.values().stream().mapToLong(Long::longValue).toArray());
    writeIds("undone", undone, out);
    List<String> keys = new ArrayList<>();
    List<String> pseudonyms = new ArrayList<>();
    List<String> outs = new ArrayList<>();
    optOuts.forEach(
        (ofKey, byPseudonym) ->
            byPseudonym.forEach(
                (pseudonym, isOut) -> {
                  keys.add(ofKey);
                  pseudonyms.add(pseudonym);
                  outs.add(isOut ? "out" : "in");
                }));
    out.putStrings("optOutKeys", keys);
    out.putStrings("optOutPseudonyms", pseudonyms);
    out.putStrings("optOuts", outs);
    writeChosen(out);
    InterestColumns.write(interests, out);
    DrawColumns.write(draws, out);
  }

  /** Choices as four columns. */
  private void writeChosen(StateWriter out) {
    List<String> users = new ArrayList<>();
    List<String> stances = new ArrayList<>();
    List<String> kinds = new ArrayList<>();
    List<String> names = new ArrayList<>();
    chosen.forEach(
        (user, preferences) ->
            Stream.concat(preferences.followed().stream(), preferences.blocked().stream())
                .forEach(
                    trait -> {
                      users.add(user);
                      stances.add(preferences.stance(trait).code());
                      kinds.add(trait.kind().code());
                      names.add(trait.name());
                    }));
    out.putStrings(CHOSEN, users);
    out.putStrings("chosenStances", stances);
    out.putStrings("chosenKinds", kinds);
    out.putStrings("chosenNames", names);
  }

  private static Map<String, ExplicitPreferences> readChosen(StateReader in) {
    Map<String, ExplicitPreferences> chosen = new TreeMap<>();
    if (!in.isNext(CHOSEN)) {
      return chosen;
    }
    List<String> users = in.getStrings(CHOSEN);
    List<String> stances = in.getStrings("chosenStances");
    List<String> kinds = in.getStrings("chosenKinds");
    List<String> names = in.getStrings("chosenNames");
    requireAsMany("chosenStances", users.size(), stances.size());
    requireAsMany("chosenKinds", users.size(), kinds.size());
    requireAsMany("chosenNames", users.size(), names.size());
    for (int at = 0; at < users.size(); at++) {
      Optional<Stance> stance = Stance.ofCode(stances.get(at));
      Optional<Trait.Kind> kind = Trait.Kind.ofCode(kinds.get(at));
      if (stance.isEmpty() || kind.isEmpty() || names.get(at).isBlank()) {
        throw new ModelFileException(
            "a visitor chose '"
                + stances.get(at)
                + "' of "
                + kinds.get(at)
                + " '"
                + names.get(at)
                + "', which this version of artrec does not know");
      }
      chosen.merge(
          users.get(at),
          ExplicitPreferences.none().with(Trait.of(kind.get(), names.get(at)), stance.get()),
          LiveContent::joined);
    }
    return chosen;
  }

  private static ExplicitPreferences joined(ExplicitPreferences a, ExplicitPreferences b) {
    ExplicitPreferences all = a;
    for (Trait trait : b.followed()) {
      all = all.with(trait, Stance.FOLLOWED);
    }
    for (Trait trait : b.blocked()) {
      all = all.with(trait, Stance.BLOCKED);
    }
    return all;
  }

  static LiveContent read(StateReader in) {
    String key = in.getString("pseudonymKey");
    List<String> sources = in.getStrings("positionSources");
    long[] offsets = in.getLongs("positions");
    requireAsMany("positions", sources.size(), offsets.length);
    Map<String, Long> positions = new TreeMap<>();
    for (int at = 0; at < offsets.length; at++) {
      positions.put(sources.get(at), offsets[at]);
    }
    Map<String, Set<String>> undone = readIds("undone", in);
    List<String> keys = in.getStrings("optOutKeys");
    List<String> pseudonyms = in.getStrings("optOutPseudonyms");
    List<String> outs = in.getStrings("optOuts");
    requireAsMany("optOutPseudonyms", keys.size(), pseudonyms.size());
    requireAsMany("optOuts", keys.size(), outs.size());
    Map<String, Map<String, Boolean>> optOuts = new TreeMap<>();
    for (int at = 0; at < keys.size(); at++) {
      optOuts
          .computeIfAbsent(keys.get(at), other -> new TreeMap<>())
          .put(pseudonyms.get(at), outs.get(at).equals("out"));
    }
    return new LiveContent(
        key,
        positions,
        undone,
        optOuts,
        readChosen(in),
        InterestColumns.read(in),
        DrawColumns.read(in));
  }

  static void writeWithheld(Withheld withheld, StateWriter out) {
    out.putStrings("hidden", withheld.users().stream().sorted().toList());
    writeIds("withheld", withheld.events(), out);
    out.putLong("expiredBefore", withheld.before());
  }

  static Withheld readWithheld(StateReader in) {
    Withheld users = Withheld.nothing().withUsers(Set.copyOf(in.getStrings("hidden")));
    return users.withEvents(readIds("withheld", in)).withBefore(in.getLong("expiredBefore"));
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
    requireAsMany(name + "Ids", users.size(), values.size());
    Map<String, Set<String>> ids = new TreeMap<>();
    for (int at = 0; at < values.size(); at++) {
      ids.computeIfAbsent(users.get(at), user -> new TreeSet<>()).add(values.get(at));
    }
    return ids;
  }

  static void requireAsMany(String name, int expected, int found) {
    if (expected != found) {
      throw new ModelFileException(
          String.format(
              Locale.ROOT,
              "'%s' has %d values, expected %d; the file is damaged: restore it from a copy",
              name,
              found,
              expected));
    }
  }
}
