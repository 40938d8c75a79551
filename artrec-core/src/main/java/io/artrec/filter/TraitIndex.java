package io.artrec.filter;

import io.artrec.catalog.Catalog;
import io.artrec.catalog.Trait;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The works of a catalogue by artist, movement and subject. Immutable and thread-safe. */
final class TraitIndex {
  private final Map<Trait, IntArrayList> having = new HashMap<>();

  /** Works whose record only names an artist who did not make them. */
  private final Map<Trait, IntArrayList> naming = new HashMap<>();

  TraitIndex(Catalog catalog) {
    for (int work = 0; work < catalog.size(); work++) {
      Set<Trait> own = new HashSet<>(Trait.of(catalog.get(work)));
      Set<Trait> named = new HashSet<>(Trait.namedBy(catalog.get(work)));
      named.removeAll(own);
      add(having, own, work);
      add(naming, named, work);
    }
  }

  private static void add(Map<Trait, IntArrayList> index, Set<Trait> traits, int work) {
    traits.forEach(trait -> index.computeIfAbsent(trait, other -> new IntArrayList()).add(work));
  }

  /** The works that have a trait, by catalogue index, ascending. */
  IntList having(Trait trait) {
    IntArrayList works = having.get(trait);
    return works == null ? IntList.of() : works;
  }

  /** The same and those whose record names it in any other way. */
  List<IntList> naming(Trait trait) {
    IntArrayList others = naming.get(trait);
    return others == null ? List.of(having(trait)) : List.of(having(trait), others);
  }
}
