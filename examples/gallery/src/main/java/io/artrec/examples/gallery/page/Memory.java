package io.artrec.examples.gallery.page;

import io.artrec.PersonalDataHolder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the gallery remembers of visitors beside the recommender, so that it is in their export and
 * goes when they are forgotten. Thread-safe.
 */
final class Memory implements PersonalDataHolder {
  private final Guests guests;
  private final Journal journal;

  Memory(Guests guests, Journal journal) {
    this.guests = guests;
    this.journal = journal;
  }

  @Override
  public String name() {
    return "the gallery's memory";
  }

  @Override
  public Map<String, Object> export(String visitor) {
    Map<String, Object> held = new LinkedHashMap<>();
    guests.find(visitor).ifPresent(guest -> put(guest, held));
    put("wishes that found nothing", journal.unmetWishes(visitor), held);
    return held;
  }

  private static void put(Guest guest, Map<String, Object> held) {
    put("wall", guest.wall(), held);
    put("conversation", guest.talk().stream().map(TalkLine::said).toList(), held);
    put(
        "first meeting",
        guest.answers().stream()
            .map(it -> it.first() + " or " + it.second() + ": " + it.choice())
            .toList(),
        held);
  }

  private static void put(String name, List<String> values, Map<String, Object> held) {
    if (!values.isEmpty()) {
      held.put(name, values);
    }
  }

  @Override
  public int forget(String visitor) {
    Optional<Guest> guest = guests.forget(visitor);
    return (guest.isPresent() ? 1 : 0) + journal.forget(visitor);
  }
}
