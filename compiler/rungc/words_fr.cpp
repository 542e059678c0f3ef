#include "compiler/rungc/words.hpp"

namespace rungc {

constinit const Words french{
    .language = "fr",
    .between = "\u00A0; ",
    .passes = "respecté",
    .fails = "ENFREINT",
    .cannot_tell = "indéterminé",
    .aspects = {"distinct", "évalué", "débouché propre", "se suffit", "pas creux", "pas une tranche", "pas absorbé", "dure plus", "ajoute", "pas de béquille"},
    .markers = {"pertinent", "agréé", "normalisé", "évalué", "souple", "cumulable"},

    .value_of = "{0}\u00A0: {1}",
    .help = "aide\u00A0: {0}",
    .quality_markers = "marqueurs de qualité",
    .shown = "démontré",
    .not_shown = "-",
    .no_microcredentials = "Il n’y a pas de microattestation\u00A0; --for NOM porte sur un titre.",

    .proposal = " (proposition)",
    .in_force = " (en vigueur {0})",

    .no_policy_in_force = "Aucune politique n’est en vigueur.",
    .not_spoken_of = "Il n’y a rien ici dont ces politiques parlent.",
    .left_out = "{0} est laissée de côté\u00A0: elle est en vigueur {1}",
    .credential = "titre",
    .cell_passes = "oui",
    .cell_fails = "NON",
    .cell_unknown = "?",
    .unknown_means = "? ne peut pas être établi d’après ce qui est déclaré",
    .why_says_more = "--why dit quelle règle n’est pas respectée",
    .policy_of_number = "{0}\u00A0: {1}",
    .row_and_policy = "{0} et {1}\u00A0: {2}",
    .rule_and_how = "{0}\u00A0: «\u00A0{1}\u00A0» ({2})",
    .rule_not_told = "indéterminé",
    .rule_fails = "enfreint",
    .rule_falls_short = "en deçà",
    .source = "source\u00A0: {0}",
    .retrieved = "source\u00A0: {0}, consultée le {1}",
    .contradict = "des politiques se contredisent pour {0}\u00A0: {1}",
    .stand = "{0} {1}\u00A0: «\u00A0{2}\u00A0» ({3})",
    .allows = "le permet",
    .refuses = "le refuse",
    .advises_against = "le déconseille",

    .passed = "réussi  {0}",
    .failed = "ÉCHOUÉ  {0} ({1})",
    .open = "INDÉTERMINÉ  {0} ({1})",
    .passed_nothing_expected = "réussi  {0} (n’attend rien)",
    .expected = "attendu   {0}",
    .actual = "constaté  {0}",
    .no_scenarios = "Il n’y a pas de scénarios.",
    .decided = "Tranchés\u00A0: {0} sur {1} (parties, possibilités, seuils et conditions)",
    .not_decided = "Ce qu’aucun scénario ne tranche\u00A0:",
    .and_more = "et {0} de plus (--format json les énumère tous)",
    .scenarios = {"{0}\u00A0scénario, réussis\u00A0: {1}", "{0}\u00A0scénarios, réussis\u00A0: {1}"},
    .bends = {"{0}\u00A0inflexion essayée, passées inaperçues\u00A0: {1}", "{0}\u00A0inflexions essayées, passées inaperçues\u00A0: {1}"},
    .bends_of_more = {"{0}\u00A0inflexion essayée (il y en a d’autres), passées inaperçues\u00A0: {1}", "{0}\u00A0inflexions essayées (il y en a d’autres), passées inaperçues\u00A0: {1}"},
    .unnoticed = "Aucun scénario ne remarquerait ces règles à la place\u00A0; chacune demande une personne jugée autrement, ou ne change rien pour personne\u00A0:",
    .junit_unnoticed = "Les inflexions qu’aucun scénario ne remarque\u00A0:",
};

}  // namespace rungc
