package io.artrec.examples.atelier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Plans a collection: who paints what, by a seed. */
public final class Studio {
  private static final String[] ROMAN = {"", " II", " III", " IV", " V", " VI", " VII", " VIII"};
  private static final int MOST = 5000;

  private Studio() {}

  /**
   * Plans works, artist by artist in turn, so that a few already show many hands. The works of a
   * smaller collection are the first of a larger one. Nothing is painted yet; O(works).
   *
   * @param works how many, from 1 to 5000
   * @param seed another one gives other works by the same artists
   * @return the works
   */
  public static List<Painting> paintings(int works, long seed) {
    if (works < 1 || works > MOST) {
      throw new IllegalArgumentException(
          "cannot plan " + works + " works, expected from 1 to " + MOST);
    }
    List<Artist> artists = Artist.all();
    Map<String, Integer> titles = new HashMap<>();
    List<Painting> paintings = new ArrayList<>();
    for (int i = 0; i < works; i++) {
      paintings.add(
          plan(artists.get(i % artists.size()), i / artists.size(), new Chance(seed), titles));
    }
    return List.copyOf(paintings);
  }

  private static Painting plan(
      Artist artist, int number, Chance seed, Map<String, Integer> titles) {
    Chance chance = seed.of(artist.id()).of(number);
    Manner manner = artist.manners().get(number % artist.manners().size());
    Study study = manner.plan(chance.of("plan"), artist.colors().varied(chance.of("key")));
    int before = titles.merge(artist.id() + study.title().english(), 1, Integer::sum) - 1;
    String suffix = before < ROMAN.length ? ROMAN[before] : " " + (before + 1);
    String id = artist.id() + String.format(Locale.ROOT, "-%02d", number + 1);
    return new Painting(id, artist, manner, study, chance, suffix);
  }
}
