package io.artrec.text.subject;

import java.util.List;
import java.util.Optional;

/**
 * Words that name something.
 *
 * @param words as they stand in the text
 * @param meanings what they may mean, one or more
 * @param main what they mean without support; empty when they need it
 * @param exact whether the words agree, not only their stems
 */
record SubjectMatch(String words, List<Subject> meanings, Optional<Subject> main, boolean exact) {}
