package io.artrec.explain;

import java.util.List;
import java.util.OptionalLong;

/** A language of a user's own, as plain as it can be. */
final class FrenchPhrases implements Phrases {
  @Override
  public List<String> likeKnown(List<String> titles) {
    return List.of("Proche de " + list(titles) + ", que vous aimez");
  }

  @Override
  public List<String> likeSeen(List<String> titles) {
    return List.of("Proche de " + list(titles) + ", que vous avez remarqué");
  }

  @Override
  public List<String> likeNamed(String title) {
    return List.of("Proche de " + title);
  }

  @Override
  public List<String> because(String title) {
    return List.of("Parce que vous aimez " + title);
  }

  @Override
  public List<String> becauseSeen(String title) {
    return List.of("Parce que vous avez remarqué " + title);
  }

  @Override
  public List<String> nearest(String title) {
    return List.of("Parmi les œuvres les plus proches de " + title);
  }

  @Override
  public List<String> fallback() {
    return List.of("Vos goûts sont encore trop peu connus");
  }

  @Override
  public List<String> nothingAlike() {
    return List.of("Rien de connu ne la rapproche de l’œuvre choisie");
  }

  @Override
  public List<String> byArtist(String name) {
    return List.of("aussi de " + name);
  }

  @Override
  public List<String> linkedArtist(String name) {
    return List.of("également liée à " + name);
  }

  @Override
  public List<String> movement(String name) {
    return List.of("relève aussi de " + name);
  }

  @Override
  public List<String> subjects(List<String> subjects) {
    return List.of("partage " + list(subjects));
  }

  @Override
  public List<String> colors(List<String> colors) {
    return List.of("mêmes couleurs : " + list(colors));
  }

  @Override
  public List<String> facet(String facet) {
    return List.of("semblable : " + facet);
  }

  @Override
  public List<String> others(List<String> titles) {
    return List.of("liée à " + list(titles) + " par les choix des visiteurs");
  }

  @Override
  public List<String> popular(OptionalLong visitors) {
    return List.of(
        visitors.isPresent()
            ? "a intéressé " + visitors.getAsLong() + " visiteurs"
            : "a intéressé des visiteurs");
  }

  @Override
  public List<String> popularLately() {
    return List.of("remarquée récemment");
  }

  @Override
  public List<String> chance() {
    return List.of("choisie au hasard");
  }

  @Override
  public List<String> wish(String words) {
    return List.of("répond à « " + words + " »");
  }

  @Override
  public List<String> wishUnmet(String words) {
    return List.of("ne répond peut-être pas à « " + words + " »");
  }

  @Override
  public List<String> bestMatch() {
    return List.of("convient dans l’ensemble");
  }

  @Override
  public List<String> nothing() {
    return List.of("rien de connu ne parle pour elle");
  }

  @Override
  public List<String> likedItself() {
    return List.of("vous l’aimez déjà");
  }

  @Override
  public List<String> dislikedItself() {
    return List.of("vous ne l’aimez pas");
  }

  @Override
  public List<String> unlike(String title) {
    return List.of("différente de " + title + ", que vous n’aimez pas");
  }

  @Override
  public List<String> against(String title) {
    return List.of("mais un peu proche de " + title + ", que vous n’aimez pas");
  }

  @Override
  public List<String> join(String beginning, List<String> traits, List<String> further) {
    StringBuilder sentence = new StringBuilder(beginning);
    for (int i = 0; i < traits.size(); i++) {
      sentence.append(i == 0 ? " : " : " ; ").append(traits.get(i));
    }
    for (String reason : further) {
      sentence.append(sentence.isEmpty() ? "" : " ; ").append(reason);
    }
    return List.of(sentence.append('.').toString());
  }

  private static String list(List<String> items) {
    return String.join(" et ", items);
  }
}
