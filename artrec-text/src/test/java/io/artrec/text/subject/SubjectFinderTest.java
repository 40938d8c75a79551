package io.artrec.text.subject;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.catalog.Artwork;
import io.artrec.text.subject.FoundSubject.Field;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubjectFinderTest {
  private static final SubjectFinder FINDER = SubjectFinder.standard();

  private static List<String> ids(List<FoundSubject> found) {
    return found.stream().map(each -> each.subject().id()).toList();
  }

  @Test
  void record_isReadInAllItsParts() {
    Artwork work =
        Artwork.builder("w", "Schooners off a Lighthouse")
            .subject("boat, fishing")
            .subject("bird - non-specific")
            .description("Fishermen mend their nets while it is snowing.")
            .build();

    List<FoundSubject> found = FINDER.find(work);

    assertThat(ids(found))
        .containsSubsequence("fishing-boat", "bird", "schooner", "lighthouse", "fisherman");
    assertThat(found.get(0).mention().field()).isEqualTo(Field.SUBJECTS);
    assertThat(found.get(0).weight()).isEqualTo(1);
    FoundSubject schooner = found.get(2);
    assertThat(schooner.mention().words()).isEqualTo("Schooners");
    assertThat(schooner.weight()).isEqualTo(SubjectFinder.TITLE);
    assertThat(found)
        .filteredOn(each -> each.subject().id().equals("snow"))
        .singleElement()
        .satisfies(
            snow -> {
              assertThat(snow.weight()).isEqualTo(SubjectFinder.DESCRIPTION * SubjectFinder.STEM);
              assertThat(snow.mention().words()).isEqualTo("snowing");
            });
  }

  @Test
  void longestName_isTaken() {
    assertThat(ids(FINDER.find("A sailing ship"))).containsExactly("sailing-ship");
    assertThat(ids(FINDER.find("Noah’s Ark"))).containsExactly("ark");
    assertThat(ids(FINDER.find("Mother and Child"))).containsExactly("mother-and-child");
    assertThat(ids(FINDER.find("Mother, Child"))).containsExactly("mother", "child");
  }

  @Test
  void chinese_isSegmented() {
    assertThat(ids(FINDER.find("荷花与蜻蜓"))).containsExactly("lotus", "dragonfly");
    assertThat(ids(FINDER.find("富士山下的渔夫"))).contains("mount-fuji", "fisherman");
    assertThat(ids(FINDER.find(Artwork.builder("w", "无题").subject("马").build()))).contains("horse");
  }

  @Test
  void ambiguousName_needsSupport() {
    assertThat(ids(FINDER.find("The bow"))).isEmpty();
    assertThat(ids(FINDER.find("Sword and bow"))).containsExactly("sword", "bow-weapon");
    Artwork listed = Artwork.builder("w", "Untitled").subject("bear").build();
    assertThat(ids(FINDER.find(listed))).containsExactly("bear-animal");
    assertThat(ids(FINDER.find("I cannot bear it"))).isEmpty();
  }

  @Test
  void functionWords_belongToNames() {
    assertThat(ids(FINDER.find("Still Life"))).containsExactly("still-life");
    assertThat(ids(FINDER.find("Charles I"))).containsExactly("charles-i-or-cromwell");
    assertThat(ids(FINDER.find("Saint Charles"))).doesNotContain("charles-i-or-cromwell");
    assertThat(ids(FINDER.find("Mary"))).doesNotContain("resurrection");
  }

  @Test
  void nothing_isFoundInNothing() {
    assertThat(FINDER.find("")).isEmpty();
    assertThat(FINDER.find("xyzzy qwerty")).isEmpty();
  }

  private static List<String> listed(String subject) {
    return ids(FINDER.find(Artwork.builder("w", "Untitled").subject(subject).build()));
  }

  @Test
  void partsOfPersonsNames_areNoThings() {
    assertThat(listed("Blood, Wendy")).isEmpty();
    assertThat(listed("Foot, Michael")).isEmpty();
    assertThat(listed("Fox, C.J.")).isEmpty();
    assertThat(ids(FINDER.find("Mrs Rose and Mr. Fox"))).isEmpty();
    assertThat(ids(FINDER.find("Portrait of Jean"))).containsExactly("portrait");
    assertThat(ids(FINDER.find("George Fox"))).isEmpty();
    assertThat(ids(FINDER.find("Fox"))).containsExactly("fox");
    assertThat(listed("boat, fishing")).containsExactly("fishing-boat");
    assertThat(listed("Milton, John, 'Paradise Lost'")).containsExactly("paradise-lost");
  }
}
