package io.artrec.catalog;

import io.artrec.error.internal.NearNames;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An immutable, indexed list of artworks. An artwork's index is its position, 0 to {@code size() -
 * 1}; indices order ties everywhere. Thread-safe. Look-ups are O(1).
 */
public final class Catalog implements Iterable<Artwork> {
  private final List<Artwork> artworks;
  private final Object2IntOpenHashMap<String> indexById;
  private final BitSet withdrawn;

  private Catalog(
      List<Artwork> artworks, Object2IntOpenHashMap<String> indexById, BitSet withdrawn) {
    this.artworks = artworks;
    this.indexById = indexById;
    this.withdrawn = withdrawn;
  }

  private Catalog(List<Artwork> artworks, BitSet withdrawn) {
    this.artworks = artworks;
    this.withdrawn = withdrawn;
    indexById = new Object2IntOpenHashMap<>(artworks.size());
    indexById.defaultReturnValue(-1);
    for (int index = 0; index < artworks.size(); index++) {
      int earlier = indexById.putIfAbsent(artworks.get(index).id(), index);
      if (earlier >= 0) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "artwork id '%s' stands twice in the catalogue, at positions %d and %d; ids must be unique",
                artworks.get(index).id(),
                earlier,
                index));
      }
    }
  }

  /**
   * {@return a catalogue of the given artworks in their order} It may be empty.
   *
   * @param artworks the artworks, ids unique
   * @throws IllegalArgumentException when an id stands twice
   */
  public static Catalog of(Collection<Artwork> artworks) {
    return new Catalog(List.copyOf(artworks), new BitSet());
  }

  /**
   * {@return a catalogue of the given artworks in their order}
   *
   * @param artworks the artworks, ids unique
   */
  public static Catalog of(Artwork... artworks) {
    return new Catalog(List.of(artworks), new BitSet());
  }

  /**
   * {@return this catalogue with some works withdrawn, in place of those that were}
   *
   * @param indices the works' indices
   */
  public Catalog withWithdrawn(BitSet indices) {
    BitSet copy = (BitSet) indices.clone();
    if (copy.length() > size()) {
      throw new IndexOutOfBoundsException(
          "work " + (copy.length() - 1) + " of a catalogue of " + size());
    }
    return new Catalog(artworks, indexById, copy);
  }

  /**
   * {@return the catalogue after changes} Works keep their indices; new ones follow. Cost O(size).
   *
   * @param changes the changes, in order; this catalogue stays as it is
   * @throws UnknownArtworkException when a change is of a work that must be there and is not
   * @throws IllegalArgumentException when a work is added that is there
   */
  public Catalog after(Collection<CatalogChange> changes) {
    List<Artwork> works = new ArrayList<>(artworks);
    Map<String, Integer> added = new HashMap<>();
    BitSet gone = (BitSet) withdrawn.clone();
    for (CatalogChange change : changes) {
      String id = change.id();
      int known = added.getOrDefault(id, indexById.getInt(id));
      boolean mayBeNew =
          change instanceof CatalogChange.Put put && put.is() != CatalogChange.Presence.KNOWN;
      int index = known >= 0 || mayBeNew ? known : requireIndex(id);
      if (change instanceof CatalogChange.Put put) {
        if (index < 0) {
          added.put(id, works.size());
          works.add(put.artwork());
        } else if (put.is() == CatalogChange.Presence.NEW) {
          throw new IllegalArgumentException(
              "artwork '" + id + "' is in the catalogue already; replace it, or put it");
        } else {
          works.set(index, put.artwork());
          gone.clear(index);
        }
      } else if (change instanceof CatalogChange.Offered offered) {
        works.set(index, works.get(index).toBuilder().offer(offered.offer()).build());
      } else {
        gone.set(index);
      }
    }
    if (added.isEmpty()) {
      return new Catalog(List.copyOf(works), indexById, gone);
    }
    Object2IntOpenHashMap<String> indices = indexById.clone();
    indices.putAll(added);
    return new Catalog(List.copyOf(works), indices, gone);
  }

  /**
   * Returns the first works alone.
   *
   * @param count how many, 0 to {@code size()}
   * @return a catalogue of them, with the same indices
   */
  public Catalog first(int count) {
    return count == size()
        ? this
        : new Catalog(artworks.subList(0, count), withdrawn.get(0, count));
  }

  /**
   * Tells whether a work is withdrawn: it stands in histories and is not recommended.
   *
   * @param index the work's index
   * @return true when it is
   */
  public boolean isWithdrawn(int index) {
    return withdrawn.get(index);
  }

  /**
   * Returns the withdrawn works.
   *
   * @return a copy of their indices
   */
  public BitSet withdrawn() {
    return (BitSet) withdrawn.clone();
  }

  /**
   * Returns the number of artworks.
   *
   * @return the size, withdrawn works included
   */
  public int size() {
    return artworks.size();
  }

  /**
   * {@return the artwork at an index}
   *
   * @param index 0 to {@code size() - 1}
   */
  public Artwork get(int index) {
    return artworks.get(index);
  }

  /**
   * {@return the index of an id, or empty when the catalogue does not hold it}
   *
   * @param id the artwork's id
   */
  public OptionalInt indexOf(String id) {
    int index = indexById.getInt(id);
    return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
  }

  /**
   * {@return the artwork with an id, or empty when the catalogue does not hold it}
   *
   * @param id the artwork's id
   */
  public Optional<Artwork> find(String id) {
    int index = indexById.getInt(id);
    return index < 0 ? Optional.empty() : Optional.of(artworks.get(index));
  }

  /**
   * {@return the index of an id that must be there}
   *
   * @param id the artwork's id
   * @throws UnknownArtworkException when the catalogue does not hold it; the message names ids
   *     spelled alike
   */
  public int requireIndex(String id) {
    int index = indexById.getInt(id);
    if (index < 0) {
      throw new UnknownArtworkException(
          String.format(
              Locale.ROOT,
              "artwork '%s' is not in the catalogue of %,d artworks%s",
              shorten(id),
              size(),
              nearest(id)));
    }
    return index;
  }

  /**
   * Returns the artworks in index order.
   *
   * @return a stream of all artworks
   */
  public Stream<Artwork> stream() {
    return artworks.stream();
  }

  @Override
  public Iterator<Artwork> iterator() {
    return artworks.iterator();
  }

  @Override
  public String toString() {
    return "Catalog of " + size() + " artworks";
  }

  private String nearest(String id) {
    if (id.length() > 200 || artworks.isEmpty()) {
      return "";
    }
    record Near(String id, int distance) {}
    PriorityQueue<Near> best =
        new PriorityQueue<>((a, b) -> Integer.compare(b.distance(), a.distance()));
    for (Artwork artwork : artworks) {
      if (Math.abs(artwork.id().length() - id.length()) <= 3 && artwork.id().length() <= 200) {
        int distance = NearNames.distance(id, artwork.id());
        if (distance <= Math.max(2, id.length() / 3)) {
          best.add(new Near(artwork.id(), distance));
          if (best.size() > 3) {
            best.remove();
          }
        }
      }
    }
    return best.isEmpty()
        ? ""
        : best.stream()
            .sorted((a, b) -> Integer.compare(a.distance(), b.distance()))
            .map(near -> "'" + near.id() + "'")
            .collect(Collectors.joining(", ", "; did you mean ", "?"));
  }

  private static String shorten(String id) {
    return id.length() <= 80 ? id : id.substring(0, 77) + "...";
  }
}
