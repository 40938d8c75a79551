package io.artrec.eval.trait;

import io.artrec.catalog.Catalog;
import it.unimi.dsi.fastutil.objects.Object2IntLinkedOpenHashMap;
import java.util.List;

/**
 * The groups a trait divides a catalogue's works into, numbered in the order in which works first
 * name them. A work may be in several groups, or in none. Immutable and thread-safe. 4 bytes for
 * each work and group it is in, and some for each work.
 */
public final class TraitGroups {
  private final String trait;
  private final int[][] ofWork;
  private final List<String> names;

  private TraitGroups(Catalog catalog, ArtworkTrait trait) {
    this.trait = trait.trait();
    ofWork = new int[catalog.size()][];
    Object2IntLinkedOpenHashMap<String> numbers = new Object2IntLinkedOpenHashMap<>();
    for (int work = 0; work < ofWork.length; work++) {
      List<String> groups = trait.groups(catalog.get(work));
      ofWork[work] = new int[groups.size()];
      for (int i = 0; i < ofWork[work].length; i++) {
        String group = groups.get(i);
        int next = numbers.size();
        numbers.putIfAbsent(group, next);
        ofWork[work][i] = numbers.getInt(group);
      }
    }
    names = List.copyOf(numbers.keySet());
  }

  /**
   * Divides a catalogue. O(works).
   *
   * @param catalog the works
   * @param trait what they are grouped by
   * @return the groups
   */
  public static TraitGroups of(Catalog catalog, ArtworkTrait trait) {
    return new TraitGroups(catalog, trait);
  }

  /**
   * Returns what works are grouped by.
   *
   * @return the trait's name
   */
  public String trait() {
    return trait;
  }

  /** {@return the number of works of the catalogue} */
  public int works() {
    return ofWork.length;
  }

  /**
   * Returns the number of groups.
   *
   * @return 0 when no work has the trait
   */
  public int size() {
    return names.size();
  }

  /**
   * {@return a group's name, in lower case}
   *
   * @param group 0 to {@code size() - 1}
   */
  public String name(int group) {
    return names.get(group);
  }

  /**
   * {@return the number of groups a work is in, 0 or more}
   *
   * @param work a catalogue index
   */
  public int count(int work) {
    return ofWork[work].length;
  }

  /**
   * {@return a group a work is in}
   *
   * @param work a catalogue index
   * @param index 0 to {@code count(work) - 1}
   */
  public int group(int work, int index) {
    return ofWork[work][index];
  }
}
