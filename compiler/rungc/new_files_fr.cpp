// The same in French.
#include "compiler/rungc/new_files.hpp"

namespace rungc {

const NewTexts& new_texts_fr() {
  static constexpr NewTexts texts = {
      .framework = R"(rung 1 fr

# Ce que @TITLE@ offre et comment cela se cumule. Un cadre pour commencer : changez-en chaque nom, chaque intitulé et chaque nombre.
# `make` le vérifie et construit son tableau, `make test` joue les personnes apprenantes de la fin. Les lignes qui commencent par # sont pour les gens.

cadre @NAME@ "@TITLE@" {
  version     1  # l’édition : un nombre, ou un jour comme 2026-09
  responsable @NAME@
  barème      pourcentage  # ou le vôtre, de la meilleure note à la moindre : barème A, B, C, F
}

établissement @NAME@ "@TITLE@"

# Ce qui s’apprend. Un nom pour le programme, puis ce qu’une personne sait faire.
compétence premiere-competence "Sait faire la première chose"
compétence seconde-competence "Sait faire la seconde chose"
compétence tout-le-travail "Sait faire tout le travail"

# Où cela s’apprend. Ce que personne n’indique est inconnu, et non zéro : laissez de côté ce que vous ne savez pas encore.
microattestation premier-cours "Premier cours" {
  délivré par @NAME@
  développe   premiere-competence
  crédits     2
  charge      30 heures sur 5 semaines
  droits      240 CAD
  évalué par  examen, note de passage 60%
  consulté    "Un employeur à qui on a demandé si quelqu’un en a besoin"
}

microattestation second-cours "Second cours" {
  délivré par @NAME@
  développe   seconde-competence
  crédits     3
  charge      45 heures sur 8 semaines
  droits      360 CAD
  évalué par  projet
  consulté    "Un employeur à qui on a demandé si quelqu’un en a besoin"
  préalable   premier-cours
}

# Ce qu’ils composent ensemble. Le tout doit ajouter quelque chose à ses parties : ici, une compétence propre.
certificat certificat-complet "Certificat complet" {
  délivré par @NAME@
  développe   tout-le-travail
  exige {
    base:   premier-cours
    projet: second-cours à 60%
  }
}

# Des personnes apprenantes, et ce que les règles devraient en dire selon vous. Si l’une ne donne pas ce qui est attendu, ou les règles ou l’attente ne disent pas ce que vous pensez.
scénario "une personne qui a tout" {
  détient premier-cours à 80%
  détient second-cours à 75%
  attend certificat-complet acquis
}

scénario "un projet faible" {
  remarque "55 % est sous les 60 % que le projet demande."
  détient premier-cours à 80%
  détient second-cours à 55%
  attend certificat-complet où manque projet
}

scénario "une personne qui vient de commencer" {
  le 2026-10-01
  détient second-cours à 90%
  attend certificat-complet où manque base
  attend plus court parcours vers certificat-complet par crédits est 2 crédits
}
)",
      .makefile_head = R"(# make        vérifie le cadre, et construit son tableau si un fichier dont il est tiré a changé
# make test   joue ses scénarios
# make clean  supprime le tableau
#
# Si rungc n’est pas dans le chemin de recherche : make RUNGC=/où/il/est/rungc
)",
      .makefile_foot = R"(# Les fichiers lus la dernière fois, y compris ceux que le cadre utilise ; c’est à rungc de signaler celui qui a disparu depuis.
)",
      .readme = R"(# @TITLE@

Un cadre de compétences : ce qui est offert, comment cela se cumule, et un tableau auquel on peut le demander.

| fichier | contenu |
| --- | --- |
| `@NAME@.rung` | le cadre : ce qui est offert, ce que cela compose, et des personnes apprenantes pour mettre les règles à l’épreuve |
| `Makefile` | comment son tableau se construit |
| `@NAME@.pathways` | le tableau, d’où `rung` tire ses réponses ; fait par `make`, et jamais modifié à la main |

Ce qui est erroné, et ce qui pourrait l’être ; avec `--watch`, de nouveau à chaque enregistrement :

    rungc check @NAME@.rung

Le tableau, les personnes apprenantes écrites dans le cadre, et ce que le tableau contient :

    make
    make test
    rung dump @NAME@.pathways

Des pages à publier, en français et en anglais :

    rungc docs @NAME@.rung -o repertoire

Sans `make` : `rungc build @NAME@.rung -o @NAME@.pathways`. Gardez `@NAME@.rung`, `Makefile` et cette page dans un système de gestion de versions ; le tableau et les pages peuvent toujours être refaits.
)"};
  return texts;
}

}  // namespace rungc
