package io.artrec.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells names of persons from what stands in their place: {@code unknown American}, {@code British
 * (?) School}, {@code Anonymous, 16th century}, {@code Nasca artist(s)}, {@code Northern Italian}.
 */
final class AnonymousMakers {
  private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{N}'’-]+");
  private static final Pattern DATE =
      Pattern.compile(
          "\\d.*|century|centuries|cent|c|ca|circa|early|mid|late|active|dynasty|period|era");
  private static final Pattern PEOPLE =
      Pattern.compile(
          "(?:\\p{L}[\\p{L}'’-]{1,30}\\s){1,4}(?:artists?|makers?|artisans?|craftsm[ae]n|peoples?|culture|painters|potters"
              + "|weavers|carvers|sculptors)(?:\\s?\\(s\\))?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern SCHOOL =
      Pattern.compile(
          "[\\p{L}\\s'’?()/-]{3,60}\\sSchool(?:[,\\s]+(?:[\\p{L}?()]{1,12}\\s)?\\d{1,2}(?:st|nd|rd|th)\\b.*|[,\\s]*\\d{4}.*)?",
          Pattern.CASE_INSENSITIVE);
  private static final Set<String> NOBODY =
      Set.of(
          "none", "n/a", "na", "null", "nan", "various", "various artists", "not known", "-", "?");

  private static final Set<String> BESIDE =
      Set.of(
          "or",
          "and",
          "possibly",
          "probably",
          "perhaps",
          "north",
          "south",
          "east",
          "west",
          "northern",
          "southern",
          "eastern",
          "western",
          "central",
          "upper",
          "lower",
          "school",
          "style",
          "the",
          "other",
          "not",
          "known",
          "by",
          "an",
          "a",
          "male",
          "female",
          "person",
          "hand",
          "hands",
          "workshop",
          "native",
          "ancient",
          "old",
          "master",
          "masters",
          "folk",
          "colonial");

  /** Peoples and regions by which museums name those whom they cannot name. */
  private static final Set<String> PEOPLES =
      Set.of(
          ("american british english scottish welsh irish french german italian spanish portuguese dutch flemish"
                  + " netherlandish belgian swiss austrian danish swedish norwegian finnish icelandic polish"
                  + " russian ukrainian czech bohemian moravian slovak hungarian romanian bulgarian serbian"
                  + " croatian slovenian greek turkish ottoman byzantine coptic ethiopian egyptian roman etruscan"
                  + " persian iranian safavid iraqi syrian lebanese israeli jewish arab arabian islamic moroccan"
                  + " algerian tunisian nigerian ghanaian congolese kenyan african yoruba asante akan kongo dogon"
                  + " bamana baule benin edo igbo luba chinese japanese korean vietnamese thai cambodian khmer"
                  + " burmese javanese balinese indonesian malaysian filipino indian mughal rajput tamil nepalese"
                  + " tibetan bhutanese mongolian afghan pakistani bangladeshi uzbek central-asian australian"
                  + " aboriginal maori polynesian hawaiian melanesian canadian inuit navajo hopi zuni pueblo lakota"
                  + " cheyenne haida tlingit mexican aztec maya mayan olmec zapotec mixtec guatemalan peruvian inca"
                  + " nasca nazca moche chimu wari paracas colombian venezuelan ecuadorian bolivian brazilian"
                  + " argentine argentinian chilean uruguayan cuban haitian jamaican puerto rican european asian"
                  + " florentine sienese venetian bolognese lombard umbrian tuscan neapolitan ferrarese genoese"
                  + " milanese veronese paduan emilian sicilian catalan castilian aragonese andalusian valencian"
                  + " sevillian franconian bavarian swabian saxon westphalian rhenish tyrolean burgundian provençal"
                  + " norman breton parisian antwerp bruges haarlem leiden utrecht delft anglo-american"
                  + " anglo-saxon celtic scandinavian baltic caribbean")
              .split(" ", -1));

  private AnonymousMakers() {}

  /** Whether a name is that of no person. */
  static boolean isAnonymous(String name) {
    String lower = name.strip().toLowerCase(Locale.ROOT);
    if (lower.codePoints().noneMatch(Character::isLetter) || NOBODY.contains(lower)) {
      return true;
    }
    if (SCHOOL.matcher(name.strip()).matches() || PEOPLE.matcher(name.strip()).matches()) {
      return true;
    }
    List<String> words = new ArrayList<>();
    WORDS.splitAsStream(lower).filter(word -> !word.isEmpty()).forEach(words::add);
    boolean unknown = words.stream().anyMatch(MakerWords::isUnknown);
    if (unknown && MakerWords.isUnknown(words.get(0))) {
      return true;
    }
    boolean people = words.stream().anyMatch(PEOPLES::contains);
    return (unknown || people) && words.stream().allMatch(AnonymousMakers::isOfNobody);
  }

  /** Whether a text is a people, as in the brackets behind a name. */
  static boolean isPeople(String text) {
    List<String> words =
        WORDS.splitAsStream(text.toLowerCase(Locale.ROOT)).filter(word -> !word.isEmpty()).toList();
    return words.stream().anyMatch(PEOPLES::contains)
        && words.stream().allMatch(word -> PEOPLES.contains(word) || BESIDE.contains(word));
  }

  private static boolean isOfNobody(String word) {
    return MakerWords.isUnknown(word)
        || MakerWords.isRole(word)
        || PEOPLES.contains(word)
        || BESIDE.contains(word)
        || DATE.matcher(word).matches();
  }
}
