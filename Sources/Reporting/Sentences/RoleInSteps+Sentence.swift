import AWSCore

/// Source: https://github.com/serverless-heaven/serverless-aws-alias/issues/64
let roleInSteps = Sentence.warning(
    title: "role changes while traffic moves in steps",
    "AWS lets versions with different execution roles share no traffic of an alias, so it will probably reject the first step. "
        + "To change the role, leave out traffic in this run: all of it then moves at once.")
