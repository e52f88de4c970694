package org.hashmatch.javacv;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.hashmatch.javacv");

  @Test
  void nothing_knowsIndexOrBank() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.hashmatch.index..", "org.hashmatch.bank..", "java.awt..")
        .check(CLASSES);
  }

  @Test
  void decoders_knowNoHasher() {
    noClasses()
        .that()
        .haveSimpleNameEndingWith("Decoder")
        .should()
        .dependOnClassesThat(
            resideInAPackage("..hash.algorithm..").or(simpleNameEndingWith("Hasher")))
        .check(CLASSES);
  }

  @Test
  void hashers_decodeNothing() {
    noClasses()
        .that()
        .haveSimpleNameEndingWith("Hasher")
        .and()
        .resideInAPackage("org.hashmatch.javacv")
        .should()
        .dependOnClassesThat(
            resideInAPackage("..hash.decode..").or(simpleNameEndingWith("Decoder")))
        .check(CLASSES);
  }

  @Test
  void nothing_opensFilesOrSockets() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net..", "java.nio.file..", "java.nio.channels..")
        .check(CLASSES);
  }
}
