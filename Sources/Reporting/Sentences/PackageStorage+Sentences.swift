import AWSCore

// How a package is kept in S3 and under which key, which AWS resets with new code.

func ownCopy(insteadOf mode: String) -> Sentence {
    .warning(
        title: "Lambda keeps its own copy from now on",
        "The current code is in S3 (S3ObjectStorageMode \(ours: mode)), and the new one is sent in the request. "
            + "To keep that mode, set s3-bucket: the package is then uploaded there.")
}

func untoldStorage(_ isKeyGiven: Bool) -> Sentence {
    let key: Wording = isKeyGiven ? "" : "lies under a KMS key of your own (give it as source-kms-key-arn), or "
    return .warning(
        title: "the package's key or storage mode may be reset",
        "Without lambda:GetFunction it is unknown how the current package is stored. If it \(key)is read from S3 "
            + "each time (S3ObjectStorageMode REFERENCE), that ends with the new code. To have it sent along, allow "
            + "lambda:GetFunction.")
}

let uncomparedKey = Sentence.warning(
    title: "source-kms-key-arn was not compared",
    "Without lambda:GetFunction nobody tells under which key the package lies, and it is there already, so it is not sent "
        + "again. It gets the key with the next new code. To have the keys compared, allow lambda:GetFunction.")
