package io.artrec.text.subject;

/**
 * A statement of RDF.
 *
 * @param subject an address, or a blank node with {@code _:}
 * @param predicate an address
 * @param object an address, a blank node, or a text
 * @param literal whether the object is a text
 * @param language the text's language tag, empty without one
 */
record Triple(String subject, String predicate, String object, boolean literal, String language) {
  static Triple link(String subject, String predicate, String object) {
    return new Triple(subject, predicate, object, false, "");
  }
}
