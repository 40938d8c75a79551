package io.artrec.catalog;

import io.artrec.catalog.ArtistCredit.Qualifier;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The words with which museums say who made a work, and how sure that is. */
final class MakerWords {
  /** From the hand itself to what only looks like it: the farthest of several qualifiers counts. */
  private static final Map<Qualifier, Integer> DISTANCE = new EnumMap<>(Qualifier.class);

  private static final Map<String, Qualifier> QUALIFIERS = new HashMap<>();

  /** Qualifiers behind which a name may follow without {@code of} or {@code to}. */
  private static final Set<String> NEED_NOTHING =
      Set.of(
          "after",
          "possibly",
          "probably",
          "perhaps",
          "presumably",
          "d'après",
          "nach",
          "naar",
          "传",
          "传为",
          "傳",
          "傳為",
          "仿");

  private static final Set<String> CONNECTING =
      words("of to by from with de des du di da del della dei von van der nach");

  private static final Set<String> BESIDE =
      words("a an the in or and his her their lost so-called most closely likely part");

  /** What is made as a whole, so that who made it made the work. */
  private static final Set<String> WHOLES =
      words(
          "painting painted-work print drawing design work sculpture statue figure relief model photograph"
              + " etching engraving woodcut lithograph composition tapestry piece object original manuscript"
              + " illustration cartoon vase vessel textile image picture watercolor watercolour miniature copy"
              + " sketch study prototype text poem calligraphy inscription");

  private static final Set<String> ROLES =
      words(
          "artist painter sculptor engraver etcher printmaker designer maker printer publisher author"
              + " photographer architect draftsman draughtsman calligrapher illustrator lithographer manufacturer"
              + " potter weaver silversmith goldsmith caster founder modeler modeller decorator carver cutter"
              + " embroiderer editor compiler scribe inventor ceramist ceramicist craftsman jeweler jeweller"
              + " medalist medallist miniaturist illuminator woodcutter delineator draughtsperson manufactory"
              + " creator poet writer translator artisan cabinetmaker clockmaker gunsmith armorer armourer"
              + " künstler maler artiste peintre artista pittore pintor kunstenaar schilder");

  /** Verbs of those who neither made nor designed a work. */
  private static final Set<String> NOT_MAKING =
      words(
          "retailed owned commissioned collected sold given dedicated worn used bequeathed acquired");

  private static final Set<String> UNKNOWN =
      words(
          "unknown unidentified anonymous anon unattributed unrecorded unnamed undetermined anonyme anonimo"
              + " anónimo anoniem anonym unbekannt unbekannter unbekannte inconnu inconnue sconosciuto ignoto"
              + " desconocido onbekend 佚名 无名氏 無名氏 不详 不詳 未知 作者不详 作者不詳 無款 无款");

  private static final Pattern VERB =
      Pattern.compile(
          "\\p{L}{2,20}ed|made|cast|built|woven|written|drawn|cut|struck|wrought|thrown");

  static {
    qualifier(
        Qualifier.ATTRIBUTED_TO, "attributed attribution attributable ascribed possibly probably");
    qualifier(
        Qualifier.ATTRIBUTED_TO, "perhaps presumably supposedly doubtfully tentatively attribué");
    qualifier(
        Qualifier.ATTRIBUTED_TO, "zugeschrieben attribuito atribuido toegeschreven 传 传为 傳 傳為");
    qualifier(
        Qualifier.WORKSHOP_OF,
        "workshop workshops studio atelier shop assistant assistants bottega");
    qualifier(Qualifier.WORKSHOP_OF, "werkstatt taller");
    qualifier(
        Qualifier.CIRCLE_OF, "circle follower followers school pupil pupils student students");
    qualifier(
        Qualifier.CIRCLE_OF,
        "associate associates associated entourage milieu related close near umkreis");
    qualifier(Qualifier.CIRCLE_OF, "schüler nachfolger schule cercle école suiveur");
    qualifier(
        Qualifier.AFTER, "after copy copies copied copyist based replica reproduction d'après");
    qualifier(Qualifier.AFTER, "reproduced naar 仿");
    qualifier(
        Qualifier.MANNER_OF, "manner style imitator imitators imitation formerly once previously");
    qualifier(Qualifier.MANNER_OF, "pastiche forger forgery manier maniera manière stil stile");
    for (Qualifier each :
        new Qualifier[] {
          Qualifier.BY,
          Qualifier.ATTRIBUTED_TO,
          Qualifier.WORKSHOP_OF,
          Qualifier.CIRCLE_OF,
          Qualifier.AFTER,
          Qualifier.MANNER_OF
        }) {
      DISTANCE.put(each, DISTANCE.size());
    }
  }

  private MakerWords() {}

  private static void qualifier(Qualifier qualifier, String words) {
    for (String word : words.split(" ", -1)) {
      QUALIFIERS.put(word, qualifier);
    }
  }

  private static Set<String> words(String words) {
    return Set.of(words.split(" ", -1));
  }

  /** A word in lower case without brackets and punctuation around it. */
  static String plain(String word) {
    int from = 0;
    int to = word.length();
    while (from < to && !isOfWord(word.charAt(from))) {
      from++;
    }
    while (to > from && !isOfWord(word.charAt(to - 1))) {
      to--;
    }
    return word.substring(from, to).toLowerCase(Locale.ROOT);
  }

  private static boolean isOfWord(char c) {
    return Character.isLetterOrDigit(c) || Character.isSurrogate(c);
  }

  static Optional<Qualifier> qualifier(String word) {
    return Optional.ofNullable(QUALIFIERS.get(word));
  }

  static Qualifier farther(Qualifier one, Qualifier other) {
    return DISTANCE.getOrDefault(one, 0) >= DISTANCE.getOrDefault(other, 0) ? one : other;
  }

  static boolean needsNothing(String word) {
    return NEED_NOTHING.contains(word);
  }

  static boolean isConnecting(String word) {
    return CONNECTING.contains(word);
  }

  static boolean isBeside(String word) {
    return BESIDE.contains(word) || (word.endsWith("ly") && word.length() > 4);
  }

  static boolean isWhole(String word) {
    return WHOLES.contains(word) || (word.endsWith("s") && WHOLES.contains(singular(word)));
  }

  static boolean isRole(String word) {
    return ROLES.contains(word) || (word.endsWith("s") && ROLES.contains(singular(word)));
  }

  private static String singular(String word) {
    return word.substring(0, word.length() - 1);
  }

  static boolean isVerb(String word) {
    return VERB.matcher(word).matches();
  }

  static boolean isNotMaking(String word) {
    return NOT_MAKING.contains(word);
  }

  static boolean isUnknown(String word) {
    return UNKNOWN.contains(word);
  }
}
