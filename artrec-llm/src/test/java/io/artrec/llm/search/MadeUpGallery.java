package io.artrec.llm.search;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * A catalogue of works that nobody painted, each described in four or five sentences of its own
 * combination, and questions that ask in other words for two details of one record.
 */
final class MadeUpGallery {
  private static final List<String> SLOTS = List.of("figure", "place", "light", "thing", "history");
  private static final List<String> TITLES =
      List.of("Study", "Evening", "The Visit", "Interior", "Untitled Scene", "Allegory", "Memory");
  private static final List<String> MEDIA =
      List.of("Oil on canvas", "Oil on panel", "Tempera on panel", "Gouache on paper", "Etching");
  private static final List<String> NAMES =
      List.of("Aldo Verrin", "Marta Quell", "Jonas Teuber", "Ines Calabar", "Piet Orrman");

  private final List<Artwork> works = new ArrayList<>();
  private final List<KnownItem> questions = new ArrayList<>();

  private MadeUpGallery() {}

  /** Works, and a question for each of the first ones. */
  static MadeUpGallery of(int size, int asked, long seed) {
    Map<String, List<String[]>> details = details();
    MadeUpGallery gallery = new MadeUpGallery();
    Random random = new Random(seed);
    Set<String> taken = new HashSet<>();
    for (int i = 0; i < size; i++) {
      List<String[]> chosen = new ArrayList<>();
      do {
        chosen.clear();
        for (String slot : SLOTS) {
          List<String[]> all = details.getOrDefault(slot, List.of());
          chosen.add(all.get(random.nextInt(all.size())));
        }
      } while (!taken.add(chosen.get(0)[1] + chosen.get(3)[1]));
      boolean hasHistory = random.nextBoolean();
      StringBuilder text = new StringBuilder();
      for (int s = 0; s < (hasHistory ? 5 : 4); s++) {
        text.append(s == 0 ? "" : " ").append(chosen.get(s)[1]);
      }
      String id = "made-up-" + i;
      gallery.works.add(
          Artwork.builder(id, TITLES.get(random.nextInt(TITLES.size())))
              .artist(NAMES.get(random.nextInt(NAMES.size())))
              .medium(MEDIA.get(random.nextInt(MEDIA.size())))
              .description(text.toString())
              .build());
      if (i < asked) {
        String first = chosen.get(0)[i % 3 == 0 ? 2 : 1];
        String second = chosen.get(3)[i % 3 == 1 ? 2 : 1];
        gallery.questions.add(new KnownItem(id, plain(first) + ", " + plain(second)));
      }
    }
    return gallery;
  }

  /** Without a full stop and in small letters, as people ask. */
  private static String plain(String sentence) {
    String open = sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    return Character.toLowerCase(open.charAt(0)) + open.substring(1);
  }

  private static Map<String, List<String[]>> details() {
    Map<String, List<String[]>> bySlot = new LinkedHashMap<>();
    for (String line : KnownItem.lines("made-up-details.tsv")) {
      String[] cells = line.split("\t", -1);
      bySlot.computeIfAbsent(cells[0], slot -> new ArrayList<>()).add(cells);
    }
    return bySlot;
  }

  Catalog catalog() {
    return Catalog.of(works);
  }

  List<KnownItem> questions() {
    return List.copyOf(questions);
  }
}
